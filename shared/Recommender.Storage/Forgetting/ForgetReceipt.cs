using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recommender.Storage.Forgetting;

/// <summary>What <c>data forget</c> did, without naming the person: <paramref name="Customer"/> is the keyed hash.</summary>
public sealed record ForgetReceipt(string Tenant, string Customer, DateTime At, IReadOnlyList<ForgottenSnapshot> Snapshots)
{
    /// <summary>The files of scores that were rewritten.</summary>
    public IReadOnlyList<ForgottenScores> Scores { get; init; } = [];

    /// <summary>Whether anything held the person.</summary>
    public bool Found => Snapshots.Count + Scores.Count > 0;

    /// <summary>The receipt as lines of text.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lines =>
    [
        $"Forgotten in tenant '{Tenant}' on {At:yyyy-MM-dd'T'HH:mm:ss'Z'}: customer {Customer}",
        .. Found ? Snapshots.Select(Describe).Concat(Scores.Select(Describe)) : ["No snapshot held anybody of that id; later imports leave the person out all the same."],
    ];

    /// <summary>The receipt as one JSON document.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ForgettingJson.Default.ForgetReceipt);

    static string Describe(ForgottenSnapshot snapshot) =>
        $"{snapshot.Dataset}: {snapshot.OldHash} is now {snapshot.NewHash}; removed "
        + string.Join(", ", snapshot.RowsRemoved.Where(table => table.Value > 0).Select(table => $"{table.Value} of {table.Key}"));

    static string Describe(ForgottenScores scores) => $"scores/{scores.File}: {scores.OldHash} is now {scores.NewHash}; removed {scores.RowsRemoved} rows";
}
