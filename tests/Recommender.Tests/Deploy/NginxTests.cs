using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Recommender.Tests.Storage;
using Recommender.Worker.Access;
using Recommender.Worker.Serving;
using Xunit;

namespace Recommender.Tests.Deploy;

public sealed partial class NginxTests
{
    const string Nginx = "/usr/sbin/nginx";

    static readonly string Text = File.ReadAllText(ProjectRoot.Path("deploy/nginx.conf"));

    [Fact]
    public async Task Nginx_has_nothing_to_say_against_the_file()
    {
        Assert.SkipUnless(File.Exists(Nginx), "nginx is not here; it comes with the Debian package nginx.");
        using var folder = new TemporaryFolder();
        WriteCertificate(folder);
        await File.WriteAllTextAsync(folder.File("site.conf"), Text.Replace("/etc/ssl/recommender", folder.Path), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("nginx.conf"), $$"""
            pid "{{folder.File("nginx.pid")}}";
            events { }
            http {
                access_log off;
                include "{{folder.File("site.conf")}}";
            }
            """, TestContext.Current.CancellationToken);

        var (code, words) = await OtherProgram.RunAsync(Nginx, "-t", "-q", "-e", "stderr", "-p", folder.Path, "-c", folder.File("nginx.conf"));

        Assert.True(code == 0, words);
        Assert.DoesNotContain("[warn]", words);
    }

    [Fact]
    public void It_passes_on_to_the_ports_that_the_worker_takes_unless_told_otherwise() => Assert.Equal(
        [$"127.0.0.1:{ServeOptions.UsualPort}", $"127.0.0.1:{ServeOptions.UsualPort + 1}"], Upstream().Matches(Text).Select(match => match.Groups["address"].Value));

    [Fact]
    public void It_lets_through_as_large_a_body_as_any_endpoint_takes_and_waits_longer_than_the_worker()
    {
        var largest = $"client_max_body_size {BodyLimit.Baskets >> 20}m;";
        var patience = int.Parse(Patience().Match(Text).Groups["seconds"].Value, CultureInfo.InvariantCulture);

        Assert.Contains(largest, Text);
        Assert.InRange(TimeSpan.FromSeconds(patience), AccessPipeline.Patience + TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void It_keeps_the_workers_figures_to_those_who_run_it() => Assert.All((string[])["/metrics", "/readyz"], path => Assert.Contains($"location = {path} {{ return 404; }}", Text));

    static void WriteCertificate(TemporaryFolder folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=recommender.example.org", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllText(folder.File("fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.File("privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    [GeneratedRegex(@"^    server (?<address>[\d.:]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Upstream();

    [GeneratedRegex(@"proxy_read_timeout (?<seconds>\d+)s;", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Patience();
}
