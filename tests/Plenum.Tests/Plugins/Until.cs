namespace Plenum.Tests.Plugins;

/// <summary>Waiting for what becomes true at another place.</summary>
internal static class Until
{
    public static async Task Holds(Func<Task> asserted)
    {
        var patience = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            try
            {
                await asserted();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (DateTime.UtcNow < patience)
            {
                await Task.Delay(100);
            }
        }
    }
}
