using Recommender.Core;

namespace Recommender.Storage.Backups;

/// <summary>What is wrong with an archive, said in one way.</summary>
static class BackupProblem
{
    public static UserErrorException Damaged(string archive, string why, Exception? inner = null) =>
        new($"{archive} cannot be restored: {why}. Nothing was written. Use another backup.", inner);
}
