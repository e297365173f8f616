using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Storage.State;

/// <summary>The folder of a home's state: the database, and what a running worker leaves beside it. Nobody but its owner looks in.</summary>
public sealed class StateFolder(HomeFolder home)
{
    /// <summary>What the database is called.</summary>
    public const string DatabaseName = "state.duckdb";

    /// <summary>What the file with the demo's token is called.</summary>
    public const string DemoTokenName = "demo-token.json";

    const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The absolute path.</summary>
    public string Path { get; } = System.IO.Path.Combine(home.Path, "state");

    /// <summary>The database.</summary>
    public string Database => File(DatabaseName);

    /// <summary>What a worker that was started in the background says.</summary>
    public string Log => File("worker.log");

    /// <summary>A file of the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder, and the home where that is new.</summary>
    public StateFolder Create()
    {
        if (!Directory.Exists(Path))
        {
            DurableFolder.Create(home.Path);
            HomeFormat.Mark(home.Path);
            DurableFolder.Create(Path);
        }
        Close();
        return this;
    }

    /// <summary>The database, when no other process has it; null when one has.</summary>
    public EmbeddedState? TryOpen(string verb, TimeProvider clock)
    {
        if (TryHold(verb) is not { } hold) return null;

        try
        {
            return EmbeddedState.Open(Database, clock, hold);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>The right to the database and to the socket beside it, until it is disposed; null when another process has it.</summary>
    public IDisposable? TryHold(string verb)
    {
        Create();
        if (FileLock.TryTake(File(FileLock.FileName)) is not { } held) return null;

        LockHolder.Write(Path, verb);
        return new Hold(Path, held);
    }

    /// <summary>Who has the database, for a message.</summary>
    public string Holder => LockHolder.Describe(Path);

    /// <summary>Whether a file is there for the sake of a running process and says nothing to another home: no backup takes it.</summary>
    internal static bool IsPassing(string name) => name.StartsWith("worker.", StringComparison.Ordinal)
        || name is FileLock.FileName or LockHolder.FileName or DemoTokenName or DatabaseName + ".wal";

    // A restored one is as open as any folder.
    void Close()
    {
        if (OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(Path) == OnlyOwner) return;

        try
        {
            System.IO.File.SetUnixFileMode(Path, OnlyOwner);
        }
        catch (UnauthorizedAccessException)
        {
            // A mounted folder that belongs to somebody else: who may look in was decided there.
        }
    }

    sealed class Hold(string folder, FileStream held) : IDisposable
    {
        public void Dispose()
        {
            LockHolder.Erase(folder);
            held.Dispose();
        }
    }
}
