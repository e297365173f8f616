using Recommender.Core;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Models.Folders;
using Recommender.Core.Store;

namespace Recommender.Engine.Pool;

/// <summary>Opens versions beside those that are live: every file held against its hash, mapped, touched, asked once, and with what answers need of it.</summary>
sealed class VersionLoader(PoolOptions options, TimeProvider clock, Residents residents, Action<long> makeRoom)
{
    readonly VerifiedFiles _verified = new(clock);

    /// <summary>A version ready to answer; one that is not what was written, or cannot be asked, is an error with the reason.</summary>
    public LiveVersion Open(string tenant, SealedFolder folder, CancellationToken cancellationToken)
    {
        var bytes = Residents.BytesOf(folder.Manifest);
        if (bytes > options.MemoryCap)
            throw new UserErrorException($"{folder.Path} needs {bytes} bytes of memory; all models together may take {options.MemoryCap}. Raise the pool's {nameof(PoolOptions.MemoryCap)}, or train a smaller model.");

        makeRoom(bytes);
        var version = Map(tenant, folder, cancellationToken);
        residents.Add(version);
        try
        {
            version.WarmUp();
            version.Attachment = options.WarmUp(version);
            return version;
        }
        catch
        {
            version.LetGo();
            throw;
        }
    }

    LiveVersion Map(string tenant, SealedFolder folder, CancellationToken cancellationToken) => folder.Manifest.Trainer == CrossSellMatrix.Name
        ? new LiveMatrix(CrossSellFolder.Open(folder, _verified, cancellationToken)) { Tenant = tenant, Gone = residents.Remove }
        : new LiveModel(ModelFolder.Open(folder, _verified, cancellationToken)) { Tenant = tenant, Gone = residents.Remove };
}
