using System.Collections.ObjectModel;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>
/// The aliases of a model as they were last readable. A look costs two questions to the file system; the files are read when they changed, and
/// again while they are so young that their time cannot tell two writes apart.
/// </summary>
sealed class AliasWatch(StoredModel model, TimeProvider clock)
{
    static readonly TimeSpan AtRest = TimeSpan.FromSeconds(2);

    readonly string _aliases = Path.Combine(model.Folder, "aliases.json");
    readonly string _history = Path.Combine(model.Folder, "history.jsonl");   // says the aliases where their file is lost
    readonly Lock _looking = new();
    (FileIdentity Aliases, FileIdentity History) _seen;
    bool _isSettled;

    /// <summary>What the aliases are, or were before they became unreadable.</summary>
    public IReadOnlyDictionary<string, int> Aliases { get; private set; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>Why they cannot be read; null where they can.</summary>
    public string? Problem { get; private set; }

    public void Look()
    {
        lock (_looking)
        {
            var now = (FileIdentity.Of(_aliases), FileIdentity.Of(_history));
            if (_isSettled && now == _seen) return;

            Read();
            (_seen, _isSettled) = (now, IsOld(now.Item1) && IsOld(now.Item2));
        }
    }

    void Read()
    {
        try
        {
            (Aliases, Problem) = (model.Aliases, null);
        }
        catch (Exception unread) when (unread is UserErrorException or IOException or UnauthorizedAccessException)
        {
            Problem = unread is UserErrorException ? unread.Message : $"The aliases of '{model.Name}' cannot be read: {unread.Message} Change the permissions of {model.Folder}.";
        }
    }

    bool IsOld(FileIdentity file) => clock.GetUtcNow().UtcDateTime - file.Written > AtRest;
}
