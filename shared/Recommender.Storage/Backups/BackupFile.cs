namespace Recommender.Storage.Backups;

/// <summary>One file of a home: its path below the home with forward slashes, size, SHA-256 and Unix mode.</summary>
sealed record BackupFile(string Path, long Bytes, string Sha256, int Mode);
