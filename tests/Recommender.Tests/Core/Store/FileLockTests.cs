using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class FileLockTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_one_holds_it_until_it_lets_go()
    {
        var path = _folder.File(FileLock.FileName);

        using (var held = FileLock.TryTake(path))
        {
            Assert.NotNull(held);
            Assert.Null(FileLock.TryTake(path));
        }
        using var again = FileLock.TryTake(path);
        Assert.NotNull(again);
    }

    [Fact]
    public void A_folder_that_is_missing_is_not_mistaken_for_another_holder() =>
        Assert.Throws<DirectoryNotFoundException>(() => FileLock.TryTake(_folder.File("missing/.lock")));
}
