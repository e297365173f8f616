namespace Recommender.Storage.Backups;

/// <summary>What a backup or a restore moved: the archive, how many files and how many bytes before compression.</summary>
public sealed record BackupResult(string Archive, int Files, long Bytes);
