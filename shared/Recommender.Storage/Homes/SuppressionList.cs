using System.Text.Json;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Homes;

/// <summary>The keyed hashes of the people a tenant must not hold any more; imports leave them out.</summary>
public sealed class SuppressionList
{
    readonly TenantFolder _tenant;
    readonly OrderedDictionary<string, Suppression> _entries = [];

    SuppressionList(TenantFolder tenant) => _tenant = tenant;

    /// <summary>How many people are on the list.</summary>
    public int Count => _entries.Count;

    /// <summary>Everybody on the list, in the order they came.</summary>
    public IReadOnlyCollection<Suppression> Entries => _entries.Values;

    /// <summary>Those whose removal was begun and not finished.</summary>
    public IReadOnlyList<Suppression> Pending => [.. _entries.Values.Where(entry => entry.State == SuppressionState.Pending)];

    /// <summary>Whether the person of this <see cref="TenantKey.Hash"/> is on the list.</summary>
    public bool Contains(string hash) => _entries.ContainsKey(hash);

    /// <summary>Puts a person on the list, or notes how far the removal has come; on disk when it returns.</summary>
    public void Add(Suppression entry, WriterLock writer)
    {
        writer.MustHold(_tenant.Home);
        DurableFolder.Create(_tenant.Path);
        DurableLines.Append(FileOf(_tenant), JsonSerializer.Serialize(entry, HomeJson.Default.Suppression));
        _entries[entry.Customer] = entry;
    }

    internal static SuppressionList Read(TenantFolder tenant)
    {
        var list = new SuppressionList(tenant);
        var number = 0;
        foreach (var line in DurableLines.Read(FileOf(tenant)))
        {
            var entry = Parse(line, ++number, tenant);
            list._entries[entry.Customer] = entry;
        }
        return list;
    }

    static Suppression Parse(string line, int number, TenantFolder tenant)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, HomeJson.Default.Suppression) is { Customer.Length: > 0 } entry) return entry;
        }
        catch (JsonException)
        {
            // Reported below: leaving such a line out would bring a person back.
        }
        throw new UserErrorException($"{FileOf(tenant)} line {number} is not an entry of the suppression list. Put back the file from a backup.");
    }

    static string FileOf(TenantFolder tenant) => Path.Combine(tenant.Path, "suppressed.jsonl");
}
