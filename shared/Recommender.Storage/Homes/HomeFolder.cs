using Recommender.Core;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Homes;

/// <summary>The folder under which data, models and state live. Opening and reading it write nothing; <see cref="WriterLock"/> makes a new one.</summary>
public sealed class HomeFolder
{
    /// <summary>The environment variable that names the home when --home does not.</summary>
    public const string Variable = "RECOMMENDER_HOME";

    /// <summary>The tenant of whoever has only one.</summary>
    public const string DefaultTenant = "default";

    HomeFolder(string path) => Path = path;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The folder of all tenants' data.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>The folder of all tenants' models.</summary>
    public string Models => System.IO.Path.Combine(Path, "models");

    /// <summary>The folder of all tenants' scores.</summary>
    public string Scores => System.IO.Path.Combine(Path, "scores");

    /// <summary>The tenants that have data, by name.</summary>
    public IReadOnlyList<TenantFolder> Tenants =>
        [.. VisibleFolder.Names(Data).Select(name => new TenantFolder(this, name))];

    /// <summary>The folder of all pipelines' runs: logs and locks.</summary>
    public string Runs => System.IO.Path.Combine(Path, "runs");

    /// <summary>Opens <paramref name="home"/> (what --home says), else RECOMMENDER_HOME, else the current folder; refuses a newer format.</summary>
    public static HomeFolder Open(string? home = null)
    {
        var path = home ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(path)) path = Environment.CurrentDirectory;

        path = System.IO.Path.GetFullPath(path);
        if (File.Exists(path)) throw new UserErrorException($"The home {path} is a file; it must be a folder. Name another with --home.");

        HomeFormat.Check(path);
        return new HomeFolder(path);
    }

    /// <summary>The data of one tenant; the name is checked, the folder need not exist yet.</summary>
    public TenantFolder Tenant(string tenant) => new(this, FolderName.Check("tenant", tenant));

    /// <summary>The runs of one tenant's pipelines; the name is checked, the folder need not exist yet.</summary>
    public RunsFolder RunsOf(string tenant) => new(System.IO.Path.Combine(Runs, FolderName.Check("tenant", tenant)));

    /// <summary>One dataset of one tenant; the names are checked, the folder need not exist yet.</summary>
    public DatasetFolder Dataset(string tenant, string dataset) => Tenant(tenant).Dataset(dataset);
}
