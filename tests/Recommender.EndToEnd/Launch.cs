using System.Collections;
using System.Diagnostics;

namespace Recommender.EndToEnd;

/// <summary>How ./recommender, or another program in its place, is to be started.</summary>
sealed record Launch
{
    public string Program { get; init; } = ProjectRoot.Path(OperatingSystem.IsWindows() ? "recommender.cmd" : "recommender");

    /// <summary>The folder it is called from.</summary>
    public string Folder { get; init; } = ProjectRoot.Folder;

    /// <summary>The value of RECOMMENDER_HOME; null leaves the variable away.</summary>
    public string? Home { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Runs it to its end.</summary>
    public async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var launched = Start(arguments);
        return await launched.EndAsync();
    }

    /// <summary>Starts it and lets it run.</summary>
    public Launched Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Inherited().Where(LeaksFromTheTestRun)) start.Environment.Remove(name);
        if (Home is not null) start.Environment["RECOMMENDER_HOME"] = Home;
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return new(start, Timeout);
    }

    static IEnumerable<string> Inherited() => System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

    // A run under `dotnet test` sets the first for its own MSBuild; the others decide what the launcher does.
    static bool LeaksFromTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "RECOMMENDER_HOME" or "RECOMMENDER_NO_BUILD" or "RECOMMENDER_SOAK";
}
