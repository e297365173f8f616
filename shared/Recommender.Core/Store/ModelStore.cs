using System.Text.RegularExpressions;

namespace Recommender.Core.Store;

/// <summary>The models of one tenant: a folder of folders.</summary>
public sealed partial class ModelStore(string folder)
{
    /// <summary>The models that have a version or a history, by name.</summary>
    public IReadOnlyList<StoredModel> Models => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => Rule().IsMatch(name)).Order(StringComparer.Ordinal)
            .Select(Model).Where(model => model.IsThere)]
        : [];

    /// <summary>One model; the name is checked, the model need not exist yet.</summary>
    public StoredModel Model(string name) => Rule().IsMatch(name) ? new(Path.Combine(Path.GetFullPath(folder), name))
        : throw new UserErrorException($"The model name '{name}' is not allowed: 1 to 63 of a-z, 0-9, '-' and '_', beginning with a letter or digit.");

    /// <summary>One model that has a version or a history; a name that is not there is an error with the nearest one that is.</summary>
    public StoredModel Existing(string name)
    {
        var model = Model(name);
        if (model.IsThere) return model;

        var known = Models.Select(other => other.Name).ToArray();
        throw new UserErrorException($"There is no model '{name}'.{Suggestion.For(name, known)} Models: {(known.Length == 0 ? "none yet; make one: recommender run pipelines/beauty.yaml" : string.Join(", ", known))}.");
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
