using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Tests.Running;

namespace Plenum.Tests.Hosting;

public sealed class Backup_and_restore : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task A_backup_of_a_running_server_becomes_a_server_again()
    {
        using (await BuiltProgram.Serve(scratch["data"]))
        {
            await Remember("the tea is ready");
            await File.WriteAllTextAsync(Path.Combine(scratch["data"], "kept.txt"), "a brand");
            await Succeeds("backup", "--data", scratch["data"], "--to", scratch["all.tar.gz"]);
        }
        await Succeeds("restore", "--from", scratch["all.tar.gz"], "--data", scratch["again"]);
        Assert.Equal("the tea is ready", await Remembered(scratch["again"]));
        Assert.Equal("a brand", await File.ReadAllTextAsync(Path.Combine(scratch["again"], "kept.txt")));
        using var server = await BuiltProgram.Serve(scratch["again"]);
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task An_archive_is_for_its_owner_only()
    {
        await Backup();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(scratch["all.tar.gz"]).UnixFileMode);
    }

    [Fact]
    public async Task A_restore_over_something_is_refused_and_forced_it_puts_that_aside()
    {
        await Backup();
        await Refuses("is not empty", "restore", "--from", scratch["all.tar.gz"], "--data", scratch["data"]);
        await Remember("later");
        await Succeeds("restore", "--from", scratch["all.tar.gz"], "--data", scratch["data"], "--force");
        Assert.Equal("before", await Remembered(scratch["data"]));
        Assert.Equal("later", await Remembered(Assert.Single(Directory.GetDirectories(scratch["."], "data.before-restore-*"))));
    }

    [Fact]
    public async Task A_running_server_keeps_its_data_even_from_a_forced_restore()
    {
        await Backup();
        using var server = await BuiltProgram.Serve(scratch["data"]);
        await Refuses("is in use", "restore", "--from", scratch["all.tar.gz"], "--data", scratch["data"], "--force");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.98)]
    public async Task A_cut_archive_is_refused_and_leaves_nothing(double part)
    {
        await Backup();
        var whole = await File.ReadAllBytesAsync(scratch["all.tar.gz"]);
        await File.WriteAllBytesAsync(scratch["cut.tar.gz"], whole[..(int)(whole.Length * part)]);
        await Refuses("cannot read the archive", "restore", "--from", scratch["cut.tar.gz"], "--data", scratch["again"]);
        Assert.Empty(Directory.GetDirectories(scratch["."], "again*"));
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_refused()
    {
        await File.WriteAllTextAsync(scratch["letter.txt"], "Dear operator");
        await Refuses("cannot read the archive", "restore", "--from", scratch["letter.txt"], "--data", scratch["again"]);
    }

    [Fact]
    public async Task A_backup_never_overwrites_another()
    {
        await Backup();
        await Refuses("exists already", "backup", "--data", scratch["data"], "--to", scratch["all.tar.gz"]);
    }

    [Fact]
    public async Task A_backup_of_nothing_is_refused() =>
        await Refuses("there is no database", "backup", "--data", scratch["nothing"], "--to", scratch["all.tar.gz"]);

    [Fact]
    public async Task A_database_newer_than_the_program_is_one_clear_line()
    {
        await Backup();
        await using (var database = Database.Choose(null, scratch["data"]))
            await database.Write(work => work.Connection!.ExecuteAsync("INSERT INTO plenum_schema VALUES (9999, 'from-the-future', 0)", transaction: work), CancellationToken.None);
        await Refuses("newer than this program", "serve", "--data", scratch["data"], "--urls", "http://127.0.0.1:0");
    }

    public void Dispose() => scratch.Dispose();

    private async Task Backup()
    {
        await using (var database = Database.Choose(null, scratch["data"]))
            await database.Migrate(CancellationToken.None);
        await Remember("before");
        await Succeeds("backup", "--data", scratch["data"], "--to", scratch["all.tar.gz"]);
    }

    private async Task Remember(string value)
    {
        await using var database = Database.Choose(null, scratch["data"]);
        await database.Write(
            work => work.Connection!.ExecuteAsync("INSERT OR REPLACE INTO secrets (name, value) VALUES ('note', @value)", new { value }, work),
            CancellationToken.None);
    }

    private static async Task<string?> Remembered(string folder)
    {
        await using var database = Database.Choose(null, folder);
        await using var connection = await database.Open(CancellationToken.None);
        return await connection.ExecuteScalarAsync<string>("SELECT value FROM secrets WHERE name = 'note'");
    }

    private static async Task Succeeds(params string[] arguments)
    {
        using var program = BuiltProgram.Start(arguments);
        var exit = await program.Exit();
        Assert.Empty(program.Errors);
        Assert.Equal(0, exit);
    }

    private static async Task Refuses(string reason, params string[] arguments)
    {
        using var program = BuiltProgram.Start(arguments);
        Assert.NotEqual(0, await program.Exit());
        Assert.Contains(reason, Assert.Single(program.Errors), StringComparison.Ordinal);
    }
}
