using System.Text;

namespace Recommender.Engine.Pool;

/// <summary>What tells a version's folder from the same one after somebody changed, completed, removed or opened it.</summary>
static class FolderIdentity
{
    public static string Of(string folder)
    {
        try
        {
            var place = new DirectoryInfo(folder);
            if (!place.Exists) return "missing";

            var text = new StringBuilder().Append(place.UnixFileMode).Append(place.LastWriteTimeUtc.Ticks);
            foreach (var file in place.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)) text.Append(file.Name).Append(FileIdentity.Of(file));
            return text.ToString();
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return unread.Message;
        }
    }
}
