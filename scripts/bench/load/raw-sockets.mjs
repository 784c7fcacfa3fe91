import { Sender, WebSocketServer } from 'ws';

/**
 * The least that a fan-out can cost in Node.js: bare WebSockets, and one frame prepared once for all of them. Whoever
 * says "go" gets the frame that was last prepared sent to everybody.
 */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
/** @type {readonly Buffer[]} */
let frame = [];
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = data.toString();
    if (text !== 'go') {
      frame = Sender.frame(Buffer.from(text), {
        fin: true,
        opcode: 1,
        mask: false,
        readOnly: false,
        rsv1: false,
      });
      return;
    }
    for (const { _sender: sender } of server.clients) sender.sendFrame(frame);
  });
});
server.on('listening', () => process.send?.({ kind: 'listening', port: server.address().port }));
process.on('SIGTERM', () => process.exit(0));
