namespace Recommender.Storage.Generation;

/// <summary>Says in one line why a shop could not be written, and what to do.</summary>
static class WriteFailure
{
    const int NoSpaceOnUnix = 28;
    const int QuotaOnUnix = 122;
    const int NoSpaceOnWindows = unchecked((int)0x80070070);
    const int BytesPerLine = 90;

    public static string Sentence(GenerateOptions options, string folder, Exception error)
    {
        if (error.HResult is not (NoSpaceOnUnix or QuotaOnUnix or NoSpaceOnWindows))
            return $"Folder '{folder}' cannot be written ({error.Message.TrimEnd('.')}): a demo shop needs a folder it may create; name another one.";

        var megabytes = Math.Max(1, options.Lines * BytesPerLine / 1_000_000);
        return $"The disk of '{folder}' is full: {options.Lines} lines need about {megabytes} MB; free some space, or ask for fewer lines.";
    }
}
