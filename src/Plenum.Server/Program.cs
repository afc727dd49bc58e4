using System.CommandLine;
using Plenum.Server.Hosting.Verbs;

var plenum = new RootCommand("Plenum, a self-hosted conference server.")
{
    ServeVerb.Command(),
    BackupVerb.Command(),
    RestoreVerb.Command(),
    CertificateVerb.Command(),
    VersionVerb.Command(),
};

return await Verb.Run(plenum, args);
