using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.Tests.Storage.Homes;

public sealed class KnownCustomersTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly WriterLock _writer;
    readonly TenantFolder _tenant;
    readonly SettableClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public KnownCustomersTests()
    {
        var home = HomeFolder.Open(_folder.Path);
        _writer = WriterLock.Acquire(home, "test", TimeSpan.Zero, _ => { }, CancellationToken.None);
        _tenant = home.Tenant("default");
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_id_has_the_hash_that_an_import_gives_it_however_it_is_spelt()
    {
        var key = TenantKey.Ensure(_tenant, _writer);
        using var known = new KnownCustomers(_tenant, _clock);

        foreach (var id in new[] { "17850", " k1 ", "K1", new string('K', 300), "Ünal", "客户" }) Assert.Equal(key.Hash(id), Hex(known.HashOf(id)));
        Assert.Equal(Hex(known.HashOf("Ünal")), Hex(known.HashOf("U\u0308nal")));
    }

    [Fact]
    public void Nobody_is_known_until_the_tenant_has_a_key()
    {
        using var known = new KnownCustomers(_tenant, _clock);
        Assert.Null(known.HashOf("17850"));

        TenantKey.Ensure(_tenant, _writer);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.NotNull(known.HashOf("17850"));
    }

    [Fact]
    public void Who_was_forgotten_is_a_stranger_within_a_second_and_stays_one_when_the_list_cannot_be_read()
    {
        var key = TenantKey.Ensure(_tenant, _writer);
        using var known = new KnownCustomers(_tenant, _clock);
        Assert.NotNull(known.HashOf("17850"));

        _tenant.Suppressions.Add(new(key.Hash("17850"), SuppressionState.Done, _clock.GetUtcNow().UtcDateTime), _writer);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(known.HashOf("17850"));
        Assert.NotNull(known.HashOf("17851"));

        File.WriteAllText(Path.Combine(_tenant.Path, "suppressed.jsonl"), "half a li\n");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(known.HashOf("17850"));
    }

    static string? Hex(byte[]? hash) => hash is null ? null : Convert.ToHexStringLower(hash);
}
