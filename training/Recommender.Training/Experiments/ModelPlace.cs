using Recommender.Core.Store;

namespace Recommender.Training.Experiments;

/// <summary>A model as it is named on the command line: a folder, or a version of the store such as shop, shop@candidate or shop@7.</summary>
static class ModelPlace
{
    /// <summary>An existing folder, and whatever has a slash, is a folder; all else is a version of the tenant's store.</summary>
    public static SealedFolder Find(Verb verb, string text) => Directory.Exists(text) || text.Contains('/', StringComparison.Ordinal) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        ? SealedFolder.Read(text)
        : ModelReference.Parse(text).Find(verb.Home.Tenant(verb.Tenant).Models);
}
