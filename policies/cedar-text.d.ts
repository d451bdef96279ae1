declare module '*.cedar?raw' {
  const text: string;
  export default text;
}

declare module '*.cedarschema?raw' {
  const text: string;
  export default text;
}
