using Recommender.Core.Datasets;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.Tests.Storage.Homes;

public sealed class CustomerHashesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_id_has_the_hash_that_its_text_has_however_it_is_spelt()
    {
        var key = Key();
        string[] ids = ["", "17850", "K0017850", " \t\v k1 \r\n", "\u001f7\u001f", "Ünal", "\u00a0x\u00a0", "İ", new('K', 256), new('K', 257), "客户"];

        var hashes = CustomerHashes.Of(key, Vocabulary.Of(ids), Token);

        Assert.Equal(ids.Select(key.Hash), Enumerable.Range(0, hashes.Count).Select(customer => Convert.ToHexStringLower(hashes.Utf8(customer))));
    }

    TenantKey Key()
    {
        var home = HomeFolder.Open(_folder.Path);
        using var writer = WriterLock.Acquire(home, "test", TimeSpan.Zero, _ => { }, Token);
        return TenantKey.Ensure(home.Tenant(HomeFolder.DefaultTenant), writer);
    }
}
