using System.Text.Json;
using Recommender.Core.Store;

namespace Recommender.Storage.State;

/// <summary>What a running worker leaves in its state folder, so that others find it.</summary>
/// <param name="Process">Its process id.</param>
/// <param name="Socket">The Unix socket that it answers verbs at.</param>
/// <param name="Urls">Where it answers everybody else; REST first.</param>
public sealed record WorkerNote(int Process, string Socket, IReadOnlyList<string> Urls)
{
    const string FileName = "worker.json";
    const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes it down.</summary>
    public void Write(StateFolder folder) =>
        DurableFile.Write(folder.File(FileName), stream => JsonSerializer.Serialize(stream, this, StateJson.Default.WorkerNote), OnlyOwner);

    /// <summary>The note of the worker that runs, or of one that was killed; null when there is none.</summary>
    public static WorkerNote? Read(StateFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(folder.File(FileName)), StateJson.Default.WorkerNote);
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes it away.</summary>
    public static void Erase(StateFolder folder) => File.Delete(folder.File(FileName));
}
