using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Homes;
using Recommender.Storage.State;
using Xunit;

namespace Recommender.Tests.Storage.State;

public sealed class EmbeddedStateTests : StateContract, IDisposable
{
    readonly TemporaryFolder _folder = new();

    StateFolder Folder => new(HomeFolder.Open(_folder.Path));

    public void Dispose() => _folder.Dispose();

    protected override Task<IStateStore> OpenAsync() => Task.FromResult<IStateStore>(Folder.TryOpen("test", Clock)!);

    [Fact]
    public async Task One_process_has_it_at_a_time_and_is_named()
    {
        using (var state = await OpenAsync())
        {
            Assert.Null(Folder.TryOpen("another", Clock));
            Assert.Contains("test, process", Folder.Holder);
        }

        using var next = await OpenAsync();
    }

    [Fact]
    public async Task Its_folder_is_its_owners_alone_and_the_home_is_marked()
    {
        using var state = await OpenAsync();

        Assert.True(File.Exists(_folder.File("home.json")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder.Path));
    }

    [Fact]
    public async Task A_copy_has_every_document_with_its_revision()
    {
        using var state = await OpenAsync();
        await WriteAsync(state, Name, "1");
        await WriteAsync(state, Name with { Key = "two" }, "2");
        await WriteAsync(state, Name, null);

        await EmbeddedState.CopyAsync(state, _folder.File("copy.duckdb"), Clock, Stop);

        using var copy = EmbeddedState.Open(_folder.File("copy.duckdb"), Clock);
        Assert.Equal(await state.ChangesAsync(0, Stop), await copy.ChangesAsync(0, Stop));
        Assert.Equal(await state.RevisionAsync(Stop), await copy.RevisionAsync(Stop));
        Assert.Equal(4, await WriteAsync(copy, Name, "new"));
    }

    [Fact]
    public async Task A_file_of_a_newer_program_or_none_of_ours_is_refused_with_the_cure()
    {
        (await OpenAsync()).Dispose();
        using (var newer = new DuckDBConnection($"Data Source={Folder.Database}"))
        {
            newer.Open();
            using var command = newer.CreateCommand();
            command.CommandText = "INSERT INTO migrations VALUES (99, now()::TIMESTAMP)";
            command.ExecuteNonQuery(Stop);
        }
        Assert.Contains("version 99", Assert.Throws<UserErrorException>(() => Folder.TryOpen("test", Clock)).Message);

        await File.WriteAllTextAsync(Folder.Database, new string('x', 10_000), Stop);
        Assert.Contains("backup", Assert.Throws<StateUnavailableException>(() => Folder.TryOpen("test", Clock)).Message);
    }
}
