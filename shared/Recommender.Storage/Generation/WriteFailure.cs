namespace Recommender.Storage.Generation;

/// <summary>Says in one line why a shop could not be written, and what to do.</summary>
static class WriteFailure
{
    const int BytesPerLine = 90;

    public static string Sentence(GenerateOptions options, string folder, Exception error)
    {
        if (!Core.Store.WriteFailure.IsDiskFull(error))
            return $"Folder '{folder}' cannot be written ({error.Message.TrimEnd('.')}): a demo shop needs a folder it may create; name another one.";

        var megabytes = Math.Max(1, options.Lines * BytesPerLine / 1_000_000);
        return $"The disk of '{folder}' is full: {options.Lines} lines need about {megabytes} MB; free some space, or ask for fewer lines.";
    }
}
