using Recommender.Core;
using Recommender.Storage.Homes;
using Xunit;

namespace Recommender.Tests.Storage.Homes;

public sealed class SuppressionListTests : IDisposable
{
    static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly TemporaryFolder _folder = new();
    readonly WriterLock _writer;
    readonly TenantFolder _tenant;

    public SuppressionListTests()
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
    public void The_key_is_made_once_and_only_its_owner_may_read_it()
    {
        Assert.Null(_tenant.Key);

        var hash = TenantKey.Ensure(_tenant, _writer).Hash("17850");

        Assert.Equal(hash, TenantKey.Ensure(_tenant, _writer).Hash("17850"));
        Assert.Equal(hash, _tenant.Key!.Hash(" 17850 "));
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Matches("^[0-9a-f]{64}\n$", File.ReadAllText(Path.Combine(_tenant.Path, "key")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_tenant.Path, "key")));
    }

    [Fact]
    public void Two_tenants_hash_the_same_person_differently() => Assert.NotEqual(
        TenantKey.Ensure(_tenant, _writer).Hash("17850"), TenantKey.Ensure(_tenant.Home.Tenant("other"), _writer).Hash("17850"));

    [Fact]
    public void A_damaged_key_is_refused_rather_than_made_anew()
    {
        TenantKey.Ensure(_tenant, _writer);
        File.WriteAllText(Path.Combine(_tenant.Path, "key"), "abc");

        Assert.Contains("is not a key of 32 bytes", Assert.Throws<UserErrorException>(() => TenantKey.Ensure(_tenant, _writer)).Message);
    }

    [Fact]
    public void The_last_word_on_a_person_counts()
    {
        var list = _tenant.Suppressions;
        list.Add(new("aa", SuppressionState.Pending, Now), _writer);
        list.Add(new("bb", SuppressionState.Pending, Now), _writer);
        list.Add(new("aa", SuppressionState.Done, Now), _writer);

        var read = _tenant.Suppressions;

        Assert.Equal(2, read.Count);
        Assert.True(read.Contains("aa"));
        Assert.False(read.Contains("cc"));
        Assert.Equal(["bb"], read.Pending.Select(entry => entry.Customer));
        Assert.Equal(
            """{"customer":"aa","state":"pending","at":"2026-01-01T00:00:00Z"}""",
            File.ReadLines(Path.Combine(_tenant.Path, "suppressed.jsonl")).First());
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_an_error_because_leaving_it_out_would_bring_a_person_back()
    {
        _tenant.Suppressions.Add(new("aa", SuppressionState.Done, Now), _writer);
        File.AppendAllText(Path.Combine(_tenant.Path, "suppressed.jsonl"), "garbage\n");

        Assert.Contains("line 2 is not an entry", Assert.Throws<UserErrorException>(() => _tenant.Suppressions).Message);
    }
}
