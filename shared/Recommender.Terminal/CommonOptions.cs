using System.CommandLine;
using Recommender.Storage.Homes;

namespace Recommender.Terminal;

/// <summary>The options that every command takes.</summary>
static class CommonOptions
{
    public static readonly Option<string?> Home = new("--home")
    {
        Description = "Folder under which data, models and state live [default: RECOMMENDER_HOME, else the current folder].",
        HelpName = "folder",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print exactly one JSON document on standard output; everything else goes to standard error.",
        Recursive = true,
    };

    public static readonly Option<string> Tenant = new("--tenant")
    {
        Description = "Whose data it is.",
        HelpName = "name",
        DefaultValueFactory = _ => HomeFolder.DefaultTenant,
        Recursive = true,
    };

    public static Option<string> Dataset(string describe = "Name of the dataset.") => new("--dataset") { Description = describe, HelpName = "name", Required = true };

    public static Option<int?> Threads() => new("--threads") { Description = "Threads to work with [default: all processors].", HelpName = "n" };

    /// <summary>The threads asked for, all processors unless said otherwise.</summary>
    public static int ThreadsOf(ParseResult parsed, Option<int?> threads) => parsed.GetValue(threads) switch
    {
        null => Environment.ProcessorCount,
        >= 1 and <= 1024 and { } asked => asked,
        { } asked => throw new WrongUseException($"--threads {asked} is outside 1 to 1024."),
    };

    public static Option<string?> Memory() => new("--memory") { Description = "Memory limit; past it work spills to disk [default: 1GB].", HelpName = "size" };
}
