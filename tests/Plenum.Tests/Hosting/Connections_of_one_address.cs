using System.Net;
using Microsoft.AspNetCore.Connections;
using Plenum.Server.Hosting.Http;

namespace Plenum.Tests.Hosting;

public sealed class Connections_of_one_address
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1"), There = IPAddress.Parse("192.0.2.2");

    private readonly TaskCompletionSource leave = new();
    private readonly ConnectionDelegate door;

    public Connections_of_one_address() => door = new ConnectionsPerAddress(2).Count(_ => leave.Task);

    [Fact]
    public async Task Beyond_its_share_they_are_cut_and_others_are_not()
    {
        Task[] inside = [door(From(Here)), door(From(Here)), door(From(There))];
        await using var third = From(Here);
        await door(third);
        Assert.True(third.ConnectionClosed.IsCancellationRequested);
        Assert.All(inside, connection => Assert.False(connection.IsCompleted));
    }

    [Fact]
    public async Task A_place_that_was_left_is_free_again()
    {
        Task[] inside = [door(From(Here)), door(From(Here))];
        leave.SetResult();
        await Task.WhenAll(inside);
        await using var next = From(Here);
        await door(next);
        Assert.False(next.ConnectionClosed.IsCancellationRequested);
    }

    private static Visit From(IPAddress address)
    {
        var closed = new CancellationTokenSource();
        return new Visit(closed) { RemoteEndPoint = new IPEndPoint(address, 1), ConnectionClosed = closed.Token };
    }

    internal sealed class Visit(CancellationTokenSource closed) : DefaultConnectionContext
    {
        public override void Abort(ConnectionAbortedException abortReason) => closed.Cancel();
    }
}
