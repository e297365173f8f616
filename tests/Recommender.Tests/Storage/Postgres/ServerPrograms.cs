using System.Diagnostics;

namespace Recommender.Tests.Storage.Postgres;

/// <summary>PostgreSQL's own programs, run as a person whom they accept: they refuse root.</summary>
sealed class ServerPrograms(string folder)
{
    public const string HowToInstall = "PostgreSQL's initdb is neither on PATH nor under /usr/lib/postgresql; install it (apt-get install -y postgresql-15). On Windows these tests do not run.";

    // Root's work is done by the account that Debian's package makes.
    readonly bool _asPostgres = Environment.UserName == "root";

    /// <summary>Debian keeps them off PATH, one folder a version: 15 before the others, the newest of those first.</summary>
    public static ServerPrograms? Find()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var folders = versions
            .OrderByDescending(folder => Path.GetFileName(folder) == "15")
            .ThenByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        return !OperatingSystem.IsWindows() && folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb"))) is { } found ? new(found) : null;
    }

    /// <summary>Hands the folder to the account that the programs run as.</summary>
    public async Task OwnAsync(DirectoryInfo directory)
    {
        if (_asPostgres) Check("chown", await StartAsync(["chown", "postgres", directory.FullName]));
    }

    public string PathOf(string program) => Path.Combine(folder, program);

    public async Task RunAsync(string program, string[] arguments) => Check(program, await StartAsync([.. AsOwner(), PathOf(program), .. arguments]));

    /// <summary>A shell script with its arguments; its input stays open for as long as the process object's does.</summary>
    public Process StartShell(string script, string[] arguments)
    {
        string[] command = [.. AsOwner(), "/bin/sh", "-c", script, "sh", .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        return Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
    }

    string[] AsOwner() => _asPostgres ? ["runuser", "-u", "postgres", "--"] : [];

    static void Check(string program, (int Code, string Output) outcome)
    {
        if (outcome.Code != 0) throw new InvalidOperationException($"{program} failed with {outcome.Code}: {outcome.Output}");
    }

    static async Task<(int Code, string Output)> StartAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
