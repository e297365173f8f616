using Recommender.Core.Store;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Homes;

/// <summary>The data of one tenant: its datasets, its key and its suppression list.</summary>
public sealed class TenantFolder
{
    internal TenantFolder(HomeFolder home, string name)
    {
        Home = home;
        Name = name;
        Path = System.IO.Path.Combine(home.Data, name);
    }

    /// <summary>The home it lies in.</summary>
    public HomeFolder Home { get; }

    /// <summary>The tenant's name.</summary>
    public string Name { get; }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The people that must not come back; read afresh at each call.</summary>
    public SuppressionList Suppressions => SuppressionList.Read(this);

    /// <summary>The key that customer ids are hashed with, or null when the tenant has none yet.</summary>
    public TenantKey? Key => TenantKey.Read(this);

    /// <summary>The datasets that exist, by name.</summary>
    public IReadOnlyList<DatasetFolder> Datasets =>
        [.. VisibleFolder.Names(Path).Select(name => new DatasetFolder(this, name))];

    /// <summary>The tenant's models.</summary>
    public ModelStore Models => new(System.IO.Path.Combine(Home.Models, Name));

    /// <summary>One dataset; the name is checked, the folder need not exist yet.</summary>
    public DatasetFolder Dataset(string dataset) => new(this, FolderName.Check("dataset", dataset));
}
