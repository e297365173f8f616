using Recommender.Core.Store;
using Recommender.Worker.Api;

namespace Recommender.Worker.Models;

/// <summary>The body of a change of what is live, while it is read.</summary>
sealed class ModelRequest
{
    const int LongestReason = 1000;

    static readonly Field<ModelRequest> AliasField = Fields.Text<ModelRequest>("alias", ("The alias that is moved; without it `production`, which is what is served.", 63), (request, alias) => request.Alias = alias);
    static readonly Field<ModelRequest> ReasonField = Fields.Text<ModelRequest>("reason", ("Why, for the history.", LongestReason), (request, reason) => request.Reason = reason);

    public static BodyShape<ModelRequest> Promotion { get; } = new(
    [
        Fields.Count<ModelRequest>("version", ("The version that is to go live.", 1, int.MaxValue, null), (request, version) => request.Version = version),
        AliasField,
        ReasonField,
        Fields.Flag<ModelRequest>("force", ("Whether it goes live even where gates refuse it; needs a reason.", false), (request, force) => request.IsForced = force),
    ]) { Required = ["version"] };

    public static BodyShape<ModelRequest> Rollback { get; } = new([AliasField, ReasonField]);

    public int? Version { get; set; }

    public string Alias { get; set; } = StoredModel.Production;

    public string? Reason { get; set; }

    public bool IsForced { get; set; }
}
