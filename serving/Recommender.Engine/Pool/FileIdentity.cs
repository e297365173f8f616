namespace Recommender.Engine.Pool;

/// <summary>What tells a file from the same one after it was written, exchanged or closed to us.</summary>
readonly record struct FileIdentity(long Bytes, DateTime Written, UnixFileMode Mode)
{
    public static FileIdentity Missing { get; } = new(-1, default, default);

    public static FileIdentity Of(string path) => Of(new FileInfo(path));

    public static FileIdentity Of(FileInfo file) => file.Exists ? new(file.Length, file.LastWriteTimeUtc, file.UnixFileMode) : Missing;
}
