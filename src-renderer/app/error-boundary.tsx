import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/design/button.tsx';
import { LoneScreen } from '#renderer/design/frame.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { broken } from '#renderer/words/frame.ts';

type Props = { readonly children: ReactNode };

/** A bug in a screen never leaves an empty window: it says so in plain words and offers the way out. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <LoneScreen>
        <Stack gap={16}>
          <Stack gap={8}>
            <Heading level={1}>{broken.title}</Heading>
            <Text tone="quiet">{broken.says}</Text>
          </Stack>
          <Row gap={8}>
            <Button
              kind="primary"
              onPress={() => {
                window.location.hash = '#/';
                this.setState({ failed: false });
              }}
            >
              {broken.home}
            </Button>
            <Button onPress={() => window.location.reload()}>{broken.again}</Button>
          </Row>
        </Stack>
      </LoneScreen>
    );
  }
}
