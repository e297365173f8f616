using System.Text.Json;
using DuckDB.NET.Data;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;

namespace Recommender.Storage.Forgetting;

/// <summary>People in the scores that a tenant's home holds.</summary>
sealed class ScoredPeople(TenantFolder tenant, DuckDBConnection connection)
{
    const string People = $"SELECT {ScoreTable.Customer} FROM read_parquet($file)";

    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    string Root => Path.Combine(tenant.Home.Scores, tenant.Name);

    /// <summary>Rewrites every part that holds a person who is wanted; a run that is at work is waited for.</summary>
    public IReadOnlyList<ForgottenScores> Forget(Func<string, bool> isWanted, Action<string> says, CancellationToken cancellationToken)
    {
        List<ForgottenScores> forgotten = [];
        var folders = ScoreFolder.Below(Root);
        if (folders.Count == 0) return forgotten;

        using var table = new ScoreTable(tenant.Home);
        foreach (var path in folders)
        {
            using var folder = ScoreFolder.Open(path, Wait, says, cancellationToken);
            foreach (var part in folder.Manifest?.Parts ?? [])
            {
                if (!File.Exists(folder.File(part.Name)) || Spellings(folder.File(part.Name), isWanted, cancellationToken) is not { Length: > 0 } spellings) continue;

                var rest = table.Without(folder, part, spellings, cancellationToken);
                forgotten.Add(new(Path.GetRelativePath(Root, folder.File(part.Name)).Replace('\\', '/'), part.Sha256, rest.Sha256, part.Rows - rest.Rows));
            }
        }
        return forgotten;
    }

    /// <summary>Writes the rows of a person, folder by folder, and says how many there are.</summary>
    public long Write(Utf8JsonWriter json, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        long rows = 0;
        json.WriteStartArray("scores");
        foreach (var folder in ScoreFolder.Below(Root))
        {
            if (ScoreManifest.Read(folder) is not { } manifest) continue;

            json.WriteStartObject();
            json.WriteString("folder", Path.GetRelativePath(Root, folder).Replace('\\', '/'));
            json.WriteString("snapshot", manifest.Snapshot);
            json.WriteStartArray("items");
            foreach (var part in manifest.Parts) rows += WriteRows(Path.Combine(folder, part.Name), json, isWanted, cancellationToken);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return rows;
    }

    long WriteRows(string file, Utf8JsonWriter json, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        if (!File.Exists(file) || Spellings(file, isWanted, cancellationToken) is not { Length: > 0 } spellings) return 0;

        using var command = connection.Command($"FROM read_parquet($file) WHERE list_contains($spellings, {ScoreTable.Customer})", ("file", file), ("spellings", spellings));
        using var reader = command.ExecuteReader(cancellationToken);
        long rows = 0;
        for (; reader.Read(cancellationToken); rows++) JsonRow.Write(json, reader);
        return rows;
    }

    string[] Spellings(string file, Func<string, bool> isWanted, CancellationToken cancellationToken) =>
        [.. CustomerIds.Matching(connection, People, isWanted, cancellationToken, ("file", file)).Select(match => match.Spelling)];
}
