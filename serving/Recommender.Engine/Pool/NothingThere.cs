using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>Says what there is where something is asked for that is not there, and how it would come to be.</summary>
static class NothingThere
{
    /// <summary>For a shop of which no model of the kind is live.</summary>
    public static string Sentence(ModelStore store, bool isMatrix) =>
        $"{(isMatrix ? "No cross-sell matrix" : "No model that scores customers")} is live in this shop. {Named(store, isMatrix)}";

    /// <summary>For a model without the alias or number; null is production.</summary>
    public static string Sentence(StoredModel model, string? which) => which is null or StoredModel.Production
        ? $"No version of '{model.Name}' is live; it has {Versions(model)}. Make one live: recommender models promote {model.Name}@<version>."
        : $"'{model.Name}' has no '{which}': it has {Versions(model)}, and the aliases {Listed(Aliases(model))}. Make one: recommender models promote {model.Name}@<version> --alias {which}.";

    /// <summary>Names the models of the kind, with the way to one where there is none.</summary>
    public static string Named(ModelStore store, bool isMatrix)
    {
        var names = store.Models.Where(model => ShopChoice.IsMatrix(model) == isMatrix).Select(model => model.Name).ToArray();
        if (names.Length > 0) return $"There {(names.Length == 1 ? "is" : "are")}: {string.Join(", ", names)}. Make a version live: recommender models promote {names[0]}@<version>.";

        return $"There is none in the store; make one by a pipeline: recommender run pipelines/beauty.yaml.";
    }

    static string Versions(StoredModel model) => $"the versions {Listed(model.Versions.Select(version => $"{version}"))}";

    static IEnumerable<string> Aliases(StoredModel model)
    {
        var watch = new AliasWatch(model, TimeProvider.System);
        watch.Look();
        return watch.Aliases.Keys;
    }

    static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } listed ? listed : "none";
}
