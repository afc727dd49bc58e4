using System.Net.Sockets;
using System.Text;

namespace Plenum.Tests.Running;

/// <summary>Says to the server what no HTTP library would.</summary>
public sealed class RawConnection(Uri address)
{
    /// <summary>Sends the bytes as they are and reads until the server closes, so the request must ask for that.</summary>
    public async Task<string> Ask(string request)
    {
        using var patience = new CancellationTokenSource(Visitor.Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, patience.Token) is > 0 and var read) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return answer.ToString();
    }
}
