namespace Plenum.Server.Hosting.Storage;

/// <summary>The storage cannot be used as it is; the message is one line that tells the operator what to do.</summary>
public sealed class StorageRefused(string message, Exception? inner = null) : Exception(message, inner);
