using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography.X509Certificates;

namespace Plenum.Server.Hosting.Tls;

/// <summary>The names and addresses under which people reach this server; this machine itself is always among them.</summary>
internal sealed record HostNames(IReadOnlyList<string> All)
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "::1"];

    public static HostNames From(IReadOnlyList<string> given) =>
        new([.. ThisMachine.Concat(given.Count > 0 ? given : OfThisMachine()).Distinct(StringComparer.OrdinalIgnoreCase)]);

    public SubjectAlternativeNameBuilder Names()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in All)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }
        return names;
    }

    private static IEnumerable<string> OfThisMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(card => card.OperationalStatus == OperationalStatus.Up)
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal)
        .Select(address => address.ToString())
        .Prepend(Dns.GetHostName());
}
