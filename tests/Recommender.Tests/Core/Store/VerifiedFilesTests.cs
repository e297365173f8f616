using Recommender.Core;
using Recommender.Core.Store;
using Xunit;

namespace Recommender.Tests.Core.Store;

public sealed class VerifiedFilesTests : StoreFixture
{
    [Fact]
    public void A_file_at_rest_is_read_once_and_again_when_it_was_written_to()
    {
        var version = Publish();
        var path = Path.Combine(version.Path, "model.safetensors");
        var known = new VerifiedFiles(new Later(TimeSpan.FromMinutes(1)));
        version.Demand(known, Token);

        Damage(path, keepsTime: true);
        version.Demand(known, Token);
        Assert.Throws<UserErrorException>(() => version.Demand(new(TimeProvider.System), Token));

        Damage(path, keepsTime: false);
        Assert.Throws<UserErrorException>(() => version.Demand(known, Token));
    }

    [Fact]
    public void A_file_written_just_now_is_not_remembered()
    {
        var version = Publish();
        var known = new VerifiedFiles(new Later(TimeSpan.Zero));
        version.Demand(known, Token);

        Damage(Path.Combine(version.Path, "model.safetensors"), keepsTime: true);

        Assert.Throws<UserErrorException>(() => version.Demand(known, Token));
    }

    static void Damage(string path, bool keepsTime)
    {
        var written = File.GetLastWriteTimeUtc(path);
        var bytes = File.ReadAllBytes(path);
        bytes[0]++;
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, keepsTime ? written : written.AddSeconds(1));
    }

    sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
