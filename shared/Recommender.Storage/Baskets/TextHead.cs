using Recommender.Core;
using Recommender.Storage.Sources.Text;

namespace Recommender.Storage.Baskets;

/// <summary>The beginning of a text file, as UTF-8, and how it is encoded: UTF-8 unless a mark says otherwise.</summary>
sealed record TextHead(TextEncoding Encoding, int MarkBytes, byte[] Text)
{
    const int Bytes = 1 << 20;

    /// <summary>Reads the beginning; what is no text is an error.</summary>
    public static TextHead Of(string path)
    {
        using var file = SourceFile.Open(path, new());
        var head = new byte[Bytes];
        head = head[..file.Content.ReadAtLeast(head, Bytes, throwOnEndOfStream: false)];
        var (marked, length) = ByteOrderMark.Of(path, head, named: null);
        var encoding = marked ?? TextEncoding.Utf8;
        try
        {
            FileSignature.RefuseOther(path, head.AsSpan(length));
            if (!encoding.IsWide) FileSignature.RefuseBinary(path, head);
        }
        catch (UserErrorException refused)
        {
            throw new UserErrorException($"'{path}' is no text file, and baskets are read from text. Import other files (recommender import {path} --dataset NAME) and name the dataset. ({refused.Message})", refused);
        }
        using var text = new MemoryStream();
        using (var utf8 = encoding.ToUtf8(new MemoryStream(head, length, head.Length - length))) utf8.CopyTo(text);
        return new(encoding, length, text.ToArray());
    }
}
