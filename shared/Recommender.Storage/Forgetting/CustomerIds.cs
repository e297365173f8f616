using DuckDB.NET.Data;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Forgetting;

/// <summary>
/// When two spellings of a customer's id mean the same person: without surrounding white space and in Unicode's composed form.
/// The form is DuckDB's, because string.Normalize does nothing where globalization is invariant.
/// </summary>
public static class CustomerIds
{
    /// <summary>The one spelling that <see cref="TenantKey.Hash"/> takes.</summary>
    public static string Normalise(DuckDBConnection connection, string id, CancellationToken cancellationToken) =>
        ((string)connection.Value("SELECT nfc_normalize($id)", cancellationToken, ("id", id))!).Trim();

    /// <summary>
    /// The spellings in the first column of <paramref name="query"/> that belong to people on the tenant's suppression list; an import
    /// leaves their rows out. Empty when nobody is on the list.
    /// </summary>
    public static IReadOnlyList<string> Suppressed(
        TenantFolder tenant, DuckDBConnection connection, string query, CancellationToken cancellationToken)
    {
        var list = tenant.Suppressions;
        if (list.Count == 0) return [];

        var key = tenant.Key ?? throw TenantKey.Lost(tenant);
        return [.. Matching(connection, query, id => list.Contains(key.Hash(id)), cancellationToken).Select(match => match.Spelling)];
    }

    /// <summary>The distinct values of the first column of <paramref name="query"/> whose normalised id is wanted.</summary>
    internal static IReadOnlyList<(string Spelling, string Id)> Matching(
        DuckDBConnection connection, string query, Func<string, bool> isWanted, CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command($"SELECT DISTINCT id, nfc_normalize(id) FROM ({query}) AS people(id) WHERE id IS NOT NULL", parameters);
        using var reader = command.ExecuteReader(cancellationToken);
        List<(string, string)> found = [];
        while (reader.Read(cancellationToken))
        {
            var id = reader.GetString(1).Trim();
            if (isWanted(id)) found.Add((reader.GetString(0), id));
        }
        return found;
    }
}
