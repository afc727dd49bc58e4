import '@livekit/components-styles';
import { LiveKitRoom, VideoConference } from '@livekit/components-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

// The whole meeting screen, as the components' own guide shows it, without a server behind it.
createRoot(document.getElementById('root')).render(
  createElement(LiveKitRoom, { serverUrl: 'ws://127.0.0.1:9', token: '', connect: false, 'data-lk-theme': 'default' }, createElement(VideoConference)),
);
