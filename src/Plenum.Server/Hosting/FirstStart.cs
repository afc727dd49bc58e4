using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Tls;

namespace Plenum.Server.Hosting;

/// <summary>What a person who started the server reads: where to go, and once the password.</summary>
internal static class FirstStart
{
    public static void Addresses(WebApplication app, ServerSettings settings)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Console.WriteLine($"Plenum {ProductVersion.Text} is running; its data is in {Path.GetFullPath(settings.Data)}");
        foreach (var address in addresses)
        {
            Console.WriteLine($"  Start here {address}/");
            Console.WriteLine($"  Client API {address}/api/client/v2/");
            Console.WriteLine($"  Manage it  {address}/admin/");
            Console.WriteLine($"  Admin API  {address}/api/admin/v1/");
        }
    }

    /// <summary>A new local authority is explained whole; later starts only say where the explanation is.</summary>
    public static void Trust(Certificates? certificates)
    {
        if (certificates?.Authority is { } authority)
            Console.WriteLine(authority.New ? TrustGuide.For(authority) : $"  Trust      {authority.Certificate} (plenum certificate says how)");
    }

    /// <summary>Shown once: only its hash is kept, and no log has it.</summary>
    public static void Password(string password)
    {
        Console.WriteLine($"  Sign in as admin with the password {password}");
        Console.WriteLine("  It is not shown again; PLENUM_ADMIN_PASSWORD sets another one.");
    }
}
