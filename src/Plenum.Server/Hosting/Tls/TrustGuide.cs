namespace Plenum.Server.Hosting.Tls;

/// <summary>How to make each kind of device trust the local authority.</summary>
internal static class TrustGuide
{
    public static string For(LocalAuthority authority) => $"""
        The certificate is for {string.Join(", ", authority.Hosts)}.
        Devices trust it once they trust this authority: {authority.Certificate}
          Debian, Ubuntu  sudo cp {authority.Certificate} /usr/local/share/ca-certificates/plenum.crt && sudo update-ca-certificates
                          (Chromium and Firefox keep their own lists: import the file under Settings > Certificates > Authorities)
          Windows         certutil -addstore -f Root authority.crt    (as administrator)
          macOS           sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain authority.crt
          iOS, iPadOS     send the file to the device, install the profile in Settings, then switch it on under
                          General > About > Certificate Trust Settings
          Android         Settings > Security > Encryption & credentials > Install a certificate > CA certificate
        Give out authority.crt only; authority.key stays here. More in docs/tls.md.
        """;
}
