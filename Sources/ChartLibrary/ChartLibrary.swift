/// Chart.js, embedded in the program so that a page with charts needs nothing else.
public enum ChartLibrary {
    /// JavaScript that defines `Chart`; it holds no `</script`.
    public static var script: String { ChartScript.text }
    public static var licence: String { String(decoding: PackageResources.LICENSE_txt, as: UTF8.self) }
}
