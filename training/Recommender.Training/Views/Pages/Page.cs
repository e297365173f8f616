using System.Security.Cryptography;
using System.Text;
using Recommender.Core.Store;

namespace Recommender.Training.Views.Pages;

/// <summary>
/// The frame of every page that is written to a file: it needs nothing else, loads nothing and runs nothing. The policy in it allows the
/// one style sheet that it carries, by its hash.
/// </summary>
static class Page
{
    static readonly string Style = ReadStyle();
    static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes a page whole or not at all.</summary>
    public static void Write(string path, string title, Html body) => DurableFile.Write(path, Of(title, body).Text);

    static Html Of(string title, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="{new Html(Policy)}"/><meta name="color-scheme" content="light dark"/>
        <title>{title}</title>
        <style>{new Html(Style)}</style></head><body><main>
        <h1>{title}</h1>
        {body}
        </main></body></html>

        """);

    static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream("page.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
