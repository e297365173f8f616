using Recommender.Core;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>Which model answers for a shop that names none: of those of the kind that are live for items, the one that has been live longest.</summary>
static class ShopChoice
{
    /// <summary>The names, the first choice first.</summary>
    public static IReadOnlyList<string> Of(ModelStore store, bool isMatrix)
    {
        var live = store.Models.Where(model => IsLive(model) && IsMeant(model, isMatrix)).ToArray();
        return live.Length < 2 ? [.. live.Select(model => model.Name)] : [.. live.OrderBy(LiveSince).ThenBy(model => model.Name, StringComparer.Ordinal).Select(model => model.Name)];
    }

    /// <summary>Whether a model of the store is of the kind; null where none of its versions can be read.</summary>
    public static bool? IsMatrix(StoredModel model) => Readable(model)?.Trainer is { } trainer ? trainer == CrossSellMatrix.Name : null;

    static bool IsLive(StoredModel model) => Known(() => model.Aliases.ContainsKey(StoredModel.Production));

    static bool IsMeant(StoredModel model, bool isMatrix) => Readable(model) is { Level: null } manifest && manifest.Trainer == CrossSellMatrix.Name == isMatrix;

    // A version that is damaged does not hide what kind of model it is of: the newest readable one tells.
    static ModelManifest? Readable(StoredModel model) => model.Versions.Reverse().Select(version => Known(() => model.Version(version).Manifest)).FirstOrDefault(manifest => manifest is not null);

    static DateTime LiveSince(StoredModel model) =>
        Known(() => model.History.FirstOrDefault(entry => entry.Alias == StoredModel.Production)?.At) ?? DateTime.MaxValue;

    static T? Known<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unread) when (unread is UserErrorException or IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
