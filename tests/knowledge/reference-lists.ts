/** A list as a reference manager writes it: accents in LaTeX, a body as author, an entry that is broken, markup in a title. */
export const bibtex = String.raw`@string{ser = {Studies in Education}}
@article{black1998, author={Black, Paul and Wiliam, Dylan}, title={Inside the {Black} Box}, journal={Phi Delta Kappan}, volume={80}, number={2}, pages={139--148}, year={1998}}
@article{guyau2011, author={Guy{\'e}, Ren{\'e}}, title={L'{\'e}cole \emph{lue}}, journal=ser, year={2011}, doi={https://doi.org/10.1234/Abc.5}}
@book{broken, author={Nobody, A.}, title={Never ends, year={2001}
@misc{untitled, author={Somebody, B.}, year={2001}}
@online{dfe, author={{Department for Education}}, title={Reading <script>alert(1)</script> framework}, url={https://www.gov.uk/x}, urldate={2026-03-05}, date={2021}}
`

export const ris = [
  'TY  - CHAP',
  'AU  - Prŷs, Llinos',
  'TI  - Darllen yn Nhŷ Coch',
  'T2  - Ysgolion bach',
  'ED  - ap Hywel, Siôn',
  'PY  - 2019',
  'SP  - 11',
  'EP  - 24',
  'PB  - Gwasg y Bryn',
  'CY  - Caernarfon',
  'ER  - ',
  'TY  - JOUR',
  'AU  - Kowalska, Łucja',
  'PY  - 2018',
  'DO  - 10.1234/abc.9',
  'ER  - ',
  'TY  - BOOK',
  'TI  - Without an end',
].join('\r\n')
