/** The name of an email in the mark of where a value came from: `outside:mail/<message-id>`, without its brackets. */
export const itemOf = ({ id }: { readonly id: string }): string => id.replaceAll(/^<|>$/g, '');
