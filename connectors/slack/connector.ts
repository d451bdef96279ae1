import { defineConnector } from '#connectors/sdk/connector.ts';
import { account } from '#connectors/slack/account.ts';
import { postMessage } from '#connectors/slack/actions/post-message.ts';
import { readChannel } from '#connectors/slack/actions/read-channel.ts';
import { searchMessages } from '#connectors/slack/actions/search-messages.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'slack',
  title: 'Slack',
  says: t`Your channels in Slack: they are read where you ask for that, and a message is posted once you said yes.`,
  lives: 'account',
  account,
  actions: [readChannel, searchMessages, postMessage],
  files: [],
});
