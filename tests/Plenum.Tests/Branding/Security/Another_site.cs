using System.Net;
using System.Text;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Security;

/// <summary>A site on another port of this computer, which is another one to a browser; it answers everybody.</summary>
internal sealed class Another_site : IDisposable
{
    private readonly HttpListener _listener = new();

    public Another_site()
    {
        _listener.Prefixes.Add($"{Origin}/");
        _listener.Start();
        _ = Answer();
    }

    public string Origin { get; } = $"http://127.0.0.1:{FreePort.Take()}";

    public void Dispose() => _listener.Close();

    private async Task Answer()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.Headers["Access-Control-Allow-Origin"] = "*";
                context.Response.Close(Encoding.UTF8.GetBytes("from another site"), willBlock: false);
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
