/**
 * How a paper looks as PDF, in the language of Typst; the paper itself comes as data (`/paper.json`), so no text of a plan is
 * ever read as code. What it is (headings, head of a table, page numbers as ornaments) becomes the structure tags of the file.
 */
export const TEMPLATE = `
#let paper = json("/paper.json")
#set document(title: paper.title, date: none)
#set text(font: ("PT Serif", "PT Sans"), size: 14pt, lang: "ru", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.6em)
#show heading: set text(size: 14pt, weight: "bold")
#show heading.where(level: 1): it => block(width: 100%, above: 18pt, below: 14pt, align(center, it.body))
#show heading.where(level: 2): it => block(width: 100%, above: 14pt, below: 8pt, text(size: 13pt, it.body))

// «п/п», «/МТК/»: a short word with a slash stays whole.
#show regex("\\S{0,8}/\\S{1,8}"): box

#let lines(text) = text.split("\\n").join(linebreak())
#let centred(size: 14pt, body) = block(width: 100%, below: 14pt, align(center, text(size: size, weight: "bold", body)))
#let indented(size: 14pt, body) = par(first-line-indent: (amount: 12.5mm, all: true), justify: true, text(size: size, body))

#let paragraph(block-of) = {
  let body = lines(block-of.text)
  let style = block-of.style
  if style == "issuer" { centred(body) }
  else if style == "kind" { centred(size: 16pt, text(tracking: 2pt, body)) }
  else if style == "place" { block(width: 100%, below: 12pt, align(center, body)) }
  else if style == "order-title" or style == "annex-title" { heading(level: 1, body) }
  else if style == "heading" { heading(level: 2, body) }
  else if style == "verb" { block(above: 12pt, below: 10pt, strong(body)) }
  else if style == "stamp" { pad(left: 160mm, par(text(size: 12pt, body))) }
  else if style == "item" { indented(size: 13pt, body) }
  else { indented(body) }
}

#let pair(block-of) = block(
  width: 100%,
  above: if block-of.style == "signature" { 40pt } else { 6pt },
  below: 6pt,
  breakable: false,
  grid(columns: (1fr, auto), column-gutter: 10mm, align: (left + bottom, right + bottom), lines(block-of.left), lines(block-of.right)),
)

#let plan-table(block-of) = {
  set text(font: ("PT Sans", "PT Serif"), size: 10.5pt, hyphenate: block-of.hyphenate)
  set par(leading: 0.5em)
  let count = block-of.columns.len()
  let head = block-of.columns.map(column => table.cell(align: center + horizon, strong(lines(column.title))))
  let body = block-of.rows.map(row => {
    if row.kind == "section" { (table.cell(colspan: count, align: center, strong(lines(row.text))),) }
    else { row.cells.enumerate().map(((index, cell)) => table.cell(align: if block-of.columns.at(index).aligned == "centre" { center } else { left }, lines(cell))) }
  })
  block(width: 100%, above: 10pt, below: 12pt, table(
    columns: block-of.columns.map(column => column.millimetres * 1mm),
    stroke: 0.5pt,
    inset: (x: 1.5mm, y: 1.2mm),
    table.header(..head),
    ..body.flatten(),
  ))
}

#for section in paper.sections {
  page(
    paper: "a4",
    flipped: section.orientation == "landscape",
    margin: (top: section.margins.top * 1mm, right: section.margins.right * 1mm, bottom: section.margins.bottom * 1mm, left: section.margins.left * 1mm),
    header-ascent: 30%,
    header: context if counter(page).get().first() > 1 { align(center, text(size: 12pt, counter(page).display())) },
    for block-of in section.blocks {
      if block-of.kind == "paragraph" { paragraph(block-of) }
      else if block-of.kind == "pair" { pair(block-of) }
      else { plan-table(block-of) }
    },
  )
}
`;
