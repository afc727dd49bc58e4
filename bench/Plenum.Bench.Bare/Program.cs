using System.Net;
using Plenum.Bench.Bare;

var builder = WebApplication.CreateEmptyBuilder(new() { Args = args });
builder.WebHost.UseKestrelCore()
    // One sender queue lets the publisher run ahead, so that frames of one stream share a system call.
    .UseSockets(sockets => { sockets.IOQueueCount = 1; sockets.Backlog = 4096; })
    .ConfigureKestrel(kestrel =>
    {
        kestrel.Listen(IPAddress.Loopback, int.Parse(args[0]));
        kestrel.AddServerHeader = false;
        kestrel.Limits.MinResponseDataRate = null;
    });
var app = builder.Build();
using var journal = new Journal(args[1]);
var rooms = new Rooms(journal);
app.Run(rooms.AnswerAsync);
await app.RunAsync();
