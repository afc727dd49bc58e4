using System.CommandLine;
using Plenum.Server.Branding.Signing;
using Plenum.Server.Hosting.Verbs;

var plenum = new RootCommand("Plenum, a self-hosted conference server.")
{
    ServeVerb.Command(),
    BackupVerb.Command(),
    RestoreVerb.Command(),
    CertificateVerb.Command(),
    SigningKeyVerb.Command(),
    SignVerb.Command(),
    VersionVerb.Command(),
};

return await Verb.Run(plenum, args);
