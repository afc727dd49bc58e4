using System.Net.Sockets;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>What stood in the way of somebody who was led to the provider.</summary>
internal abstract record Obstacle
{
    private Obstacle()
    {
    }

    /// <summary>The provider said too little, or what cannot be believed; why is for whoever runs it.</summary>
    public sealed record Unproven(string Why) : Obstacle;

    public sealed record Unreachable : Obstacle;

    /// <summary>It refused, or the way was too long or another's.</summary>
    public sealed record Refused : Obstacle;

    public static Obstacle Of(Exception? failure) => failure?.GetBaseException() switch
    {
        NotProven e => new Unproven(e.Message),
        HttpRequestException or TaskCanceledException or IOException or SocketException => new Unreachable(),
        _ => new Refused(),
    };
}
